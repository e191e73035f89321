<?php
// What the plugin Classic Editor does, with `?classic` in the address.
add_filter( 'use_block_editor_for_post', function ( $is_used ) { return $is_used && ! isset( $_GET['classic'] ); } );
